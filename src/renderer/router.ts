import { createRouter, createWebHashHistory } from 'vue-router'
import { PRECAUTIONS } from '../shared/domain/precaution.ts'
import { STEPS } from '../shared/domain/step.ts'
import HomeView from './views/HomeView.vue'

const dossierView = () => import('./views/DossierView.vue')
const stepsView = () => import('./views/steps/StepsView.vue')

/** Loads what the list leads to, so that the first dossier opens as quickly as the others. */
export async function loadDossierViews(): Promise<void> {
  await Promise.all([dossierView(), stepsView()])
}

/** Every child of a dossier gets `dossier` as a prop from DossierView; `bare` ones have no header of their own above them. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: HomeView },
    {
      path: '/dossiers/:id',
      component: dossierView,
      props: true,
      children: [
        {
          path: '',
          name: 'dossier',
          redirect: (to) => ({ name: 'step', params: { ...to.params, step: STEPS[0] } })
        },
        {
          path: `steps/:step(${[...STEPS, ...PRECAUTIONS].join('|')})`,
          name: 'step',
          component: stepsView,
          props: true
        },
        { path: 'ledger', name: 'ledger', component: () => import('./views/ledger/LedgerView.vue') },
        { path: 'contacts', name: 'contacts', component: () => import('./views/contacts/ContactsView.vue') },
        { path: 'timeline', name: 'timeline', component: () => import('./views/timeline/TimelineView.vue') },
        {
          path: 'readiness',
          name: 'readiness',
          component: () => import('./views/readiness/ReadinessView.vue')
        },
        { path: 'exhibits', name: 'exhibits', component: () => import('./views/exhibit/ExhibitsView.vue') },
        {
          path: 'exhibits/:exhibitId',
          name: 'exhibit',
          component: () => import('./views/exhibit/ExhibitView.vue'),
          props: true,
          meta: { bare: true }
        },
        {
          path: 'pack',
          name: 'pack',
          component: () => import('./views/pack/PackView.vue'),
          meta: { bare: true }
        }
      ]
    },
    { path: '/welcome', name: 'welcome', component: () => import('./views/welcome/WelcomeView.vue') },
    { path: '/settings', name: 'settings', component: () => import('./views/SettingsView.vue') },
    {
      path: '/settings/operators',
      component: () => import('./views/operators/OperatorsView.vue'),
      children: [
        {
          path: '',
          name: 'operators',
          component: () => import('./views/operators/OperatorPage.vue')
        },
        {
          path: 'of/:operatorId',
          name: 'operator',
          component: () => import('./views/operators/OperatorPage.vue'),
          props: true
        },
        { path: 'law', name: 'law', component: () => import('./views/operators/LawPage.vue') }
      ]
    },
    { path: '/:anything(.*)*', redirect: '/' }
  ]
})
