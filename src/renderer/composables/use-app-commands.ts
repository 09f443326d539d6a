import { computed } from 'vue'
import { useRoute, useRouter, type Router } from 'vue-router'
import { CATEGORY_WORDS } from '../../shared/domain/category.ts'
import { PRECAUTIONS } from '../../shared/domain/precaution.ts'
import {
  DEFAULT_SETTINGS,
  SCREEN_LANGUAGES,
  zoomBeside,
  type Settings
} from '../../shared/domain/settings.ts'
import { STEP_CATEGORY, STEPS, type Step } from '../../shared/domain/step.ts'
import type { Command } from '../commands/command.ts'
import type { Shortcut } from '../commands/shortcut.ts'
import { useCommandsStore } from '../stores/commands.ts'
import { useDossiersStore } from '../stores/dossiers.ts'
import { useHistoryStore } from '../stores/history.ts'
import { useSettingsStore } from '../stores/settings.ts'
import { goToPlace } from './go-to-place.ts'
import { useAttach } from './use-attach.ts'
import { useCommands } from './use-commands.ts'
import { useCurrentDossier } from './use-current-dossier.ts'
import { useUndo } from './use-undo.ts'

/** Screens of a dossier in the order of its tabs; Ctrl and the place of the tab go there. */
const SCREENS = ['step', 'exhibits', 'ledger', 'contacts', 'timeline', 'pack', 'readiness'] as const

const ctrl = (code: string): Shortcut => ({ code, mod: true })

/** The commands that hold on every screen, or on every screen of a dossier. Views add their own with `useCommands`. */
export function useAppCommands(): void {
  useCommands(useDeeds())
  useCommands(useWays())
  useCommands(useAppearance())
}

function useDeeds(): () => readonly Command[] {
  const router = useRouter()
  const route = useRoute()
  const dossiers = useDossiersStore()
  const history = useHistoryStore()
  const current = useCurrentDossier()
  const attach = useAttach(() => current.value?.id ?? '')
  const { undo, redo } = useUndo()

  async function attachFile(id: string): Promise<void> {
    const { name, params } = route
    const { step = '' } = params
    const onStep = name === 'step' && isStep(step) ? STEP_CATEGORY[step] : CATEGORY_WORDS.other
    // The tray of a step, the ledger and the list of exhibits show what becomes of the files; no other screen does.
    if (name !== 'step' && name !== 'ledger') await router.push({ name: 'exhibits', params: { id } })
    await attach.chooseFiles(name === 'ledger' ? CATEGORY_WORDS.payments : onStep)
  }

  async function start(name: 'ledger' | 'contacts', place: string): Promise<void> {
    await router.push({ name, params: { id: current.value?.id ?? '' } })
    await goToPlace(place)
  }

  async function openSample(): Promise<void> {
    const answer = await dossiers.openSample()
    if (answer.ok) await router.push({ name: 'dossier', params: { id: answer.value.id } })
  }

  const deed = (name: string, rest: Pick<Command, 'run'> & Partial<Command>): Command => {
    return { id: name, group: 'deed', title: `command.${name}`, ...rest }
  }
  const onEveryScreen = [deed('open-sample', { run: openSample })]

  return () => {
    if (current.value === undefined) return onEveryScreen
    const { id } = current.value
    const { done, undone } = history.of(id)
    const canUndo = () => done.length > 0
    const canRedo = () => undone.length > 0
    return [
      deed('attach', { shortcut: ctrl('KeyO'), run: () => attachFile(id) }),
      deed('add-entry', { run: () => start('ledger', 'add-entry') }),
      deed('note-contact', { run: () => start('contacts', 'add-contact') }),
      deed('undo', { shortcut: ctrl('KeyZ'), yieldsToField: true, isPossible: canUndo, run: () => undo(id) }),
      deed('redo', {
        shortcut: { ...ctrl('KeyZ'), shift: true },
        yieldsToField: true,
        isPossible: canRedo,
        run: () => redo(id)
      }),
      deed('redo-too', {
        title: 'command.redo',
        shortcut: ctrl('KeyY'),
        isPossible: canRedo,
        yieldsToField: true,
        isKeyOnly: true,
        run: () => redo(id)
      }),
      ...onEveryScreen
    ]
  }
}

function isStep(name: string | readonly string[]): name is Step {
  return (STEPS as readonly (string | readonly string[])[]).includes(name)
}

function useWays(): () => readonly Command[] {
  const router = useRouter()
  const current = useCurrentDossier()

  return () => [
    {
      id: 'go-home',
      group: 'go',
      title: 'command.go-home',
      shortcut: { code: 'Home', alt: true },
      run: () => router.push('/')
    },
    ...(current.value === undefined ? [] : waysWithin(current.value.id, router)),
    {
      id: 'go-settings',
      group: 'go',
      title: 'app.settings',
      shortcut: ctrl('Comma'),
      run: () => router.push('/settings')
    },
    {
      id: 'go-operators',
      group: 'go',
      title: 'operator.title',
      run: () => router.push({ name: 'operators' })
    },
    { id: 'go-law', group: 'go', title: 'operator.law', run: () => router.push({ name: 'law' }) },
    { id: 'go-welcome', group: 'go', title: 'command.go-welcome', run: () => router.push('/welcome') }
  ]
}

/** The screens, steps and precautions of one dossier. */
function waysWithin(id: string, router: Router): readonly Command[] {
  const go = (name: string, params: Readonly<Record<string, string>> = {}) =>
    router.push({ name, params: { id, ...params } })

  return [
    ...SCREENS.map((name, index): Command => {
      const [step] = STEPS
      return {
        id: `go-${name}`,
        group: 'go',
        title: `command.go-${name}`,
        shortcut: ctrl(`Digit${index + 1}`),
        run: () => go(name, name === 'step' ? { step } : {})
      }
    }),
    ...STEPS.map((step, index): Command => ({
      id: `go-step-${step}`,
      group: 'go',
      title: `step.name.${step}`,
      shortcut: { code: `Digit${index + 1}`, alt: true },
      run: () => go('step', { step })
    })),
    ...PRECAUTIONS.map((step): Command => ({
      id: `go-step-${step}`,
      group: 'go',
      title: `command.precaution.${step}`,
      run: () => go('step', { step })
    }))
  ]
}

function useAppearance(): () => readonly Command[] {
  const commands = useCommandsStore()
  const settings = useSettingsStore()
  const zoom = computed(() => settings.settings.zoomPercent)
  const put = (change: Partial<Settings>) => void settings.save(change)
  const size = (id: string, shortcut: Shortcut, percent: () => number): Command => ({
    id,
    group: 'app',
    title: `command.${id}`,
    shortcut,
    worksInDialogs: true,
    run: () => put({ zoomPercent: percent() })
  })

  return () => [
    {
      id: 'palette',
      group: 'app',
      title: 'command.palette',
      shortcut: ctrl('KeyK'),
      isKeyOnly: true,
      run: () => (commands.isPaletteOpen = true)
    },
    {
      id: 'shortcuts',
      group: 'app',
      title: 'command.shortcuts',
      shortcut: { code: 'Slash', shift: true, sign: '?' },
      run: () => (commands.isListOpen = true)
    },
    ...(['light', 'dark', 'system'] as const).map((theme): Command => ({
      id: `theme-${theme}`,
      group: 'app',
      title: `command.theme-${theme}`,
      isPossible: () => settings.settings.theme !== theme,
      run: () => put({ theme })
    })),
    ...SCREEN_LANGUAGES.map((language): Command => ({
      id: `language-${language}`,
      group: 'app',
      title: `settings.languages.${language}`,
      isPossible: () => settings.language !== language,
      run: () => put({ language })
    })),
    size('zoom-in', { ...ctrl('Equal'), sign: '+' }, () => zoomBeside(zoom.value, 'in')),
    size('zoom-out', { ...ctrl('Minus'), sign: '-' }, () => zoomBeside(zoom.value, 'out')),
    size('zoom-reset', ctrl('Digit0'), () => DEFAULT_SETTINGS.zoomPercent)
  ]
}
