/** A file at a place the user chose. */
export type WriteFailure = { readonly code: 'name-taken' | 'disk-full' | 'no-permission' | 'write-failed' }
