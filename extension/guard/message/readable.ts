import type { MailAdapter } from "#domain/sites/adapter";

/**
 * An adapter without those selectors that this browser can't read: one that came from the clinic's server may hold some, and
 * what a page's script would throw at must find nothing here.
 */
export function readable(adapter: MailAdapter): MailAdapter {
  const { compose } = adapter;
  const { attachments, send } = compose;
  const { draftField, ...sends } = send;
  return {
    ...adapter,
    compose: {
      root: compose.root.filter(canRead),
      body: compose.body.filter(canRead),
      bodyFrame: compose.bodyFrame.filter(canRead),
      subject: compose.subject.filter(canRead),
      recipients: compose.recipients.filter(({ find }) => canRead(find)),
      attachments: {
        ...attachments,
        items: attachments.items.filter(canRead),
        name: attachments.name.filter(canRead),
        busy: attachments.busy.filter(canRead),
      },
      send: {
        ...sends,
        buttons: send.buttons.filter(canRead),
        ...(draftField !== undefined && canRead(draftField) ? { draftField } : {}),
      },
    },
  };
}

/** Whether this browser can read a selector. */
export function canRead(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
