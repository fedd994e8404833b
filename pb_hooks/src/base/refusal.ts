/** A refusal that names the field, so that the page can put the sentence where it belongs. */
export function refuse(field: string, code: string, message: string): never {
  throw new BadRequestError("Look at the fields named here.", {
    [field]: new ValidationError(code, message),
  });
}

/** What parsing asks of a schema; keeps zod's own types out of the hooks. */
export interface Schema<Value> {
  safeParse(value: unknown): {
    success: boolean;
    data?: Value;
    error?: {
      issues: readonly {
        path: readonly PropertyKey[];
        code: string;
        message: string;
        keys?: readonly string[];
      }[];
    };
  };
}

/**
 * The body of a request, parsed.
 *
 * @throws {BadRequestError} With a code and a sentence for each field that does not fit; never with what it held.
 */
export function bodyOf<Value>(e: pb.RequestEvent, schema: Schema<Value>): Value {
  return parsed(jsonBody(e), schema);
}

/** The same for a value that came inside a body. */
export function parsed<Value>(value: unknown, schema: Schema<Value>, within = ""): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data as Value;
  const told: { [field: string]: ValidationError } = {};
  for (const issue of result.error?.issues ?? []) {
    for (const last of issue.keys ?? [undefined]) {
      const path = [...(within ? [within] : []), ...issue.path.map(String), ...(last ? [last] : [])];
      told[path.join(".") || "body"] ??= new ValidationError(
        issue.code,
        sentences[issue.code] ?? "Does not fit.",
      );
    }
  }
  throw new BadRequestError("Look at the fields named here.", told);
}

/** Our own sentences: zod's may quote what was sent. */
const sentences: { readonly [code: string]: string } = {
  invalid_type: "Missing, or of the wrong kind.",
  too_small: "Too short, or missing.",
  too_big: "Too long.",
  invalid_format: "Not written as it should be.",
  invalid_value: "Not one of the values offered.",
  unrecognized_keys: "Nobody asked for this field.",
};

/** @throws {BadRequestError} If the body is no JSON object. */
function jsonBody(e: pb.RequestEvent): unknown {
  try {
    return e.requestInfo().body;
  } catch {
    throw new BadRequestError("The request is not JSON.");
  }
}
