/**
 * Keys of the sentences that a guard of any version has shown (`extension/dialog/strings.ts`, which a test holds against
 * this list): a browser that was not updated goes on telling the older ones.
 */
const keys = `
  after.file-stays after.rest-stays after.seconds-one after.seconds-other after.send-again after.stays
  after.unlocked anyway.attach anyway.attach-all anyway.hint anyway.hint-staff anyway.paste anyway.send anyway.sentence
  checking.count checking.file checking.files checking.here checking.message checking.message-here
  checking.page checking.some checking.stop checking.stop-all checking.stop-sending could-not-check
  dispute.misread dispute.no-real-person dispute.not-of-a-patient error.leave-out error.long error.not-screened error.reason
  error.received error.received-long error.sentence fact.approved fact.file fact.inside fact.outside
  exception.approved exception.ask exception.asked exception.asking exception.attach exception.hint exception.looking
  exception.nobody exception.none exception.recorded exception.refused exception.send exception.unreachable exception.what-for
  fact.text fact.to fact.unknown fact.words-one fact.words-other files.attached files.held files.late
  files.lists files.may-name files.names files.none files.one-held files.one-names files.one-staff files.rest-one
  files.rest-some files.rest-waits files.some-held files.some-name files.some-staff files.staff files.unreadable files.waiting
  finding.address finding.chi-number finding.copied finding.date-of-birth finding.diagnosis
  finding.downloaded finding.hc-number finding.hospital-number finding.known-patient finding.letter finding.letter-copied
  finding.letter-downloaded finding.medicine finding.name finding.nhs-number finding.people-list
  finding.phone finding.postcode finding.referral finding.staff-paper finding.structured-record finding.test-result
  finding.treatment-note first.go-back first.remove first.remove-all first.remove-both frame.back
  frame.close frame.for frame.name frame.what-is-recorded held.late held.unpaired names-a-patient
  not.attach not.attach-all not.attach-it not.attach-them not.blocked not.send not.send-it not.tell
  not.unchecked not.unchecked-all not.unchecked-send noun.file noun.image noun.letter noun.text
  outcome.added outcome.taken-out outcome.taken-part outcome.by-exception outcome.by-exception-sent outcome.again outcome.attached outcome.choose outcome.closed outcome.duty-and-record
  outcome.failed outcome.go-system outcome.my-record outcome.my-record-now outcome.not
  outcome.not-recorded outcome.not-recorded-sent outcome.not-sent outcome.not-sent-wrong outcome.pasted
  outcome.removed outcome.removed-all outcome.review-and-record outcome.sent outcome.system
  outcome.system-closed outcome.told outcome.unchecked outcome.unchecked-sent outcome.warned outcome.warned-sent record.bar record.short reason.law-requires
  reason.needed-now reason.other reason.patient-asked reason.system-down received.answer received.ask
  received.hint received.kept received.later received.names-a-patient received.not-paired received.put-off
  received.unknown received.unreachable recorded.duty recorded.file recorded.files recorded.reason
  recorded.review recorded.text row.anyway row.anyway-all row.anyway-both row.anyway-hint row.attach row.attach-all
  row.attach-hint row.another row.another-hint row.openly row.take-out row.take-out-hint row.each row.exception row.exception-hint row.each-hint row.not row.not-attached row.not-attached-all
  row.not-attached-both row.not-blocked row.not-both row.not-late row.not-pasted row.not-sent row.not-staff row.not-staff-all row.not-text
  row.not-unchecked row.not-unchecked-all row.not-unchecked-sent row.send row.system row.system-hint
  rule.blocked rule.blocked-here rule.blocked-more rule.details rule.documents rule.openly rule.password rule.staff rule.staff-blocked rule.warned second.keep-checking
  second.system second.system-all second.system-both second.unlocked seen.approved
  seen.attachment-may-name seen.attachment-names seen.attachment-unread seen.inside seen.late
  seen.another seen.openly title.another title.another-sent take-out.do take-out.instead take-out.said
  seen.late-unknown seen.lists seen.may-name seen.names seen.staff seen.text-late seen.text-unread seen.unreadable
  title.button seen.button rule.button first.button row.not-button not.button dispute.button anyway.press outcome.button-not outcome.button-told recorded.button
  title.attached title.files-attached title.files-pasted title.inside title.inside-staff title.pasted title.sent
  unwatched.bar unwatched.late unwatched.late-more unwatched.less unwatched.more unwatched.no-rules
  unwatched.pair unwatched.records unwatched.short unwatched.unpaired unwatched.unpaired-more updated
  updated.draft updated.reload why.came-along why.damaged why.empty why.folder why.garbled why.locked why.no-desk why.part why.picture
  why.stopped why.timed-out why.too-faint why.too-large why.unknown-kind`;

export const shownKeys: ReadonlySet<string> = new Set(keys.trim().split(/\s+/));
