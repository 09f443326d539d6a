/** An expected outcome as a value: what was asked for, or a code the caller must answer. Bugs are thrown instead. */
export type Result<Value, Failure extends { readonly code: string }> =
  { readonly ok: true; readonly value: Value } | ({ readonly ok: false } & Failure)

export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function failed<const Failure extends { readonly code: string }>(
  failure: Failure
): { readonly ok: false } & Failure {
  return { ok: false, ...failure }
}
