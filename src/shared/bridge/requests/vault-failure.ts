/** A write to the vault that did not happen; the saved state is the one before. */
export type VaultFailure = { readonly code: 'disk-full' | 'no-permission' | 'vault-failed' | 'dossier-gone' }
