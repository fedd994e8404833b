import { idFrom } from "#domain/base/new-id";

/** Id of a request, made before the first try: the server knows by it what is sent again. */
export const newId = (): string => idFrom((bytes) => crypto.getRandomValues(bytes));
