/** Where components are mounted alone there is no router: nobody navigates, and nothing is to be read anew. */
const nobody = (): void => undefined;

export const beforeNavigate = nobody;
export const afterNavigate = nobody;
export const onNavigate = nobody;
export const goto = async (): Promise<void> => undefined;
export const invalidate = async (): Promise<void> => undefined;
export const invalidateAll = async (): Promise<void> => undefined;
