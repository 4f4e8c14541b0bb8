/** A user, as their token names them. */
export class InboxUserView {
  /** @example user-17 */
  id: string;
}

export class InboxUsersView {
  /** In alphabetical order, at most 200. */
  items: InboxUserView[];
}
