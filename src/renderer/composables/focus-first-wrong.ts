import { nextTick } from 'vue'

/** Puts the focus on the first field that is said to be wrong, where its sentence is read out with its name. */
export async function focusFirstWrong(form: HTMLElement | null): Promise<void> {
  await nextTick()
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
