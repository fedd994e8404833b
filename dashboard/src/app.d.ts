declare global {
  namespace App {
    interface PageState {
      /** Where the pages of a list before this one began, newest last; `""` is the first page. */
      newer?: readonly string[];
      /** Who has just set up their sign-in: it is typed no second time. */
      email?: string;
    }
    interface Error {
      /** What was kept and what to do, under the sentence that says what happened. */
      hint?: string;
      /** It ends by itself: the page is read anew, or with its code too, once the server answers. */
      heals?: "read" | "reload";
    }
  }
}

export {};
