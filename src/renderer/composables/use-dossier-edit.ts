import type { Dossier } from '../../shared/domain/dossier.ts'
import type { DossierEdit } from '../../shared/domain/dossier-edit.ts'
import type { Save } from './use-field-draft.ts'
import { useDossiersStore } from '../stores/dossiers.ts'

type ValuesKind =
  | 'set-closing'
  | 'set-contract'
  | 'set-contact-details'
  | 'set-identity'
  | 'set-agreement'
  | 'set-terms'
  | 'set-confirmation'
type ValuesOf<Kind extends ValuesKind> = Extract<DossierEdit, { readonly kind: Kind }>['values']

export interface DossierEditor<Kind extends ValuesKind> {
  /** What a field calls to save itself. */
  readonly put: <Field extends keyof ValuesOf<Kind>>(field: Field) => Save<Required<ValuesOf<Kind>>[Field]>
  /** Names a field of this dossier across the app. */
  readonly nameOf: (field: string) => string
}

/** Saves single fields of one part of a dossier. */
export function useDossierEdit<Kind extends ValuesKind>(
  dossier: () => Dossier,
  kind: Kind
): DossierEditor<Kind> {
  const dossiers = useDossiersStore()
  return {
    put: (field) => (value) =>
      // The kind and its values belong together, which a generic kind cannot tell the compiler.
      dossiers.edit(dossier().id, { kind, values: { [field]: value } } as unknown as DossierEdit),
    nameOf: (field) => `${dossier().id}/${kind}/${field}`
  }
}
