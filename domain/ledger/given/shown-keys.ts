/**
 * Keys of the sentences that a guard of any version has shown (`extension/dialog/strings.ts frame.name frame.for frame.what-is-recorded frame.back frame.close recorded.file recorded.files recorded.text recorded.reason recorded.review recorded.duty noun.letter noun.file noun.text noun.image title.attached title.pasted title.sent title.files-attached title.files-pasted title.inside seen.names seen.may-name seen.staff seen.lists seen.attachment-names seen.attachment-may-name seen.inside seen.approved seen.unreadable seen.attachment-unread seen.late seen.late-unknown seen.text-late seen.text-unread files.names files.may-name files.staff files.lists files.unreadable files.late files.none files.held files.attached files.waiting files.one-held files.some-held files.one-names files.some-name files.rest-one files.rest-some files.rest-waits why.locked why.damaged why.unknown-kind why.too-faint why.empty why.too-large why.timed-out why.picture why.garbled why.part why.no-desk why.stopped why.came-along why.folder finding.nhs-number finding.chi-number finding.hc-number finding.hospital-number finding.date-of-birth finding.name finding.address finding.phone finding.postcode finding.diagnosis finding.medicine finding.test-result finding.treatment-note finding.letter finding.staff-paper finding.referral finding.people-list finding.structured-record finding.downloaded finding.copied finding.letter-downloaded finding.letter-copied fact.file fact.text fact.words-one fact.words-other fact.to fact.outside fact.inside fact.approved fact.unknown rule.documents rule.details rule.password rule.blocked rule.blocked-more first.remove first.remove-both first.remove-all first.go-back second.system second.system-both second.system-all second.unlocked second.keep-checking after.stays after.file-stays after.rest-stays after.unlocked after.send-again after.seconds-one after.seconds-other row.system row.system-hint row.not row.not-both row.not-text row.not-attached row.not-pasted row.not-sent row.not-attached-both row.not-attached-all row.not-unchecked row.not-unchecked-all row.not-unchecked-sent row.not-late row.not-blocked row.anyway row.anyway-both row.anyway-all row.anyway-hint row.attach row.send row.attach-hint row.each row.each-hint reason.needed-now reason.patient-asked reason.law-requires reason.system-down reason.other dispute.no-real-person dispute.not-of-a-patient dispute.misread anyway.sentence anyway.hint anyway.attach anyway.attach-all anyway.paste anyway.send error.reason error.sentence error.long error.leave-out not.attach not.attach-all not.send not.unchecked not.unchecked-all not.unchecked-send not.blocked not.attach-it not.attach-them not.send-it not.tell checking.file checking.files checking.some checking.message checking.page checking.here checking.count checking.message-here checking.stop checking.stop-all checking.stop-sending outcome.removed outcome.removed-all outcome.not-sent outcome.system outcome.system-closed outcome.go-system outcome.again outcome.attached outcome.pasted outcome.sent outcome.my-record-now outcome.review-and-record outcome.duty-and-record outcome.my-record outcome.not outcome.not-sent-wrong outcome.unchecked outcome.unchecked-sent outcome.told outcome.not-recorded outcome.not-recorded-sent outcome.failed outcome.closed outcome.added outcome.choose received.ask received.hint received.answer received.later received.put-off received.kept received.unreachable received.not-paired received.unknown received.names-a-patient error.received error.received-long updated updated.draft updated.reload record.bar record.short unwatched.bar unwatched.short unwatched.less unwatched.more unwatched.unpaired unwatched.unpaired-more unwatched.no-rules unwatched.pair unwatched.late unwatched.late-more unwatched.records held.unpaired held.late`, which a test holds against
 * this list): a browser that was not updated goes on telling the older ones.
 */
const keys = `
  after.file-stays after.rest-stays after.seconds-one after.seconds-other after.send-again after.stays
  after.unlocked anyway.attach anyway.attach-all anyway.hint anyway.paste anyway.send anyway.sentence
  checking.count checking.file checking.files checking.here checking.message checking.message-here
  checking.page checking.some checking.stop checking.stop-all checking.stop-sending could-not-check
  dispute.misread dispute.no-real-person dispute.not-of-a-patient error.leave-out error.long error.reason
  error.received error.received-long error.sentence fact.approved fact.file fact.inside fact.outside
  fact.text fact.to fact.unknown fact.words-one fact.words-other files.attached files.held files.late
  files.lists files.may-name files.names files.none files.one-held files.one-names files.rest-one
  files.rest-some files.rest-waits files.some-held files.some-name files.staff files.unreadable files.waiting
  finding.address finding.chi-number finding.copied finding.date-of-birth finding.diagnosis
  finding.downloaded finding.hc-number finding.hospital-number finding.letter finding.letter-copied
  finding.letter-downloaded finding.medicine finding.name finding.nhs-number finding.people-list
  finding.phone finding.postcode finding.referral finding.staff-paper finding.structured-record finding.test-result
  finding.treatment-note first.go-back first.remove first.remove-all first.remove-both frame.back
  frame.close frame.for frame.name frame.what-is-recorded held.late held.unpaired names-a-patient
  not.attach not.attach-all not.attach-it not.attach-them not.blocked not.send not.send-it not.tell
  not.unchecked not.unchecked-all not.unchecked-send noun.file noun.image noun.letter noun.text
  outcome.added outcome.again outcome.attached outcome.choose outcome.closed outcome.duty-and-record
  outcome.failed outcome.go-system outcome.my-record outcome.my-record-now outcome.not
  outcome.not-recorded outcome.not-recorded-sent outcome.not-sent outcome.not-sent-wrong outcome.pasted
  outcome.removed outcome.removed-all outcome.review-and-record outcome.sent outcome.system
  outcome.system-closed outcome.told outcome.unchecked outcome.unchecked-sent reason.law-requires
  reason.needed-now reason.other reason.patient-asked reason.system-down received.answer received.ask
  received.hint received.kept received.later received.names-a-patient received.not-paired received.put-off
  received.unknown received.unreachable record.bar recorded.duty recorded.file recorded.files recorded.reason
  recorded.review recorded.text row.anyway row.anyway-all row.anyway-both row.anyway-hint row.attach
  row.attach-hint row.each row.each-hint row.not row.not-attached row.not-attached-all
  row.not-attached-both row.not-blocked row.not-both row.not-late row.not-pasted row.not-sent row.not-text
  row.not-unchecked row.not-unchecked-all row.not-unchecked-sent row.send row.system row.system-hint
  rule.blocked rule.blocked-more rule.details rule.documents rule.password second.keep-checking
  second.system second.system-all second.system-both second.unlocked seen.approved
  seen.attachment-may-name seen.attachment-names seen.attachment-unread seen.inside seen.late
  seen.late-unknown seen.lists seen.may-name seen.names seen.staff seen.text-late seen.text-unread seen.unreadable
  title.attached title.files-attached title.files-pasted title.inside title.pasted title.sent
  unwatched.bar unwatched.late unwatched.late-more unwatched.less unwatched.more unwatched.no-rules
  unwatched.pair unwatched.records unwatched.short unwatched.unpaired unwatched.unpaired-more updated
  updated.draft updated.reload why.came-along why.damaged why.empty why.folder why.garbled why.locked why.no-desk why.part why.picture
  why.stopped why.timed-out why.too-faint why.too-large why.unknown-kind`;

export const shownKeys: ReadonlySet<string> = new Set(keys.trim().split(/\s+/));
