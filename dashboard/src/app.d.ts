declare global {
  namespace App {
    interface PageState {
      /** Where the pages of a list before this one began, newest last; `""` is the first page. */
      newer?: readonly string[];
    }
    interface Error {
      /** What was kept and what to do, under the sentence that says what happened. */
      hint?: string;
    }
  }
}

export {};
