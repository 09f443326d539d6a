import { createRouter, createWebHashHistory } from 'vue-router'
import { PARTS } from '../shared/domain/part.ts'
import HomeView from './views/HomeView.vue'

/** Every child of a dossier gets `dossier` as a prop from DossierView; `bare` ones have no header of their own above them. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'home', component: HomeView },
    {
      path: '/dossiers/:id',
      component: () => import('./views/DossierView.vue'),
      props: true,
      children: [
        {
          path: '',
          name: 'dossier',
          redirect: (to) => ({ name: 'part', params: { ...to.params, part: 'identity' } })
        },
        {
          path: `:part(${PARTS.join('|')})`,
          name: 'part',
          component: () => import('./views/PartsView.vue'),
          props: true
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
    { path: '/settings', name: 'settings', component: () => import('./views/SettingsView.vue') },
    { path: '/:anything(.*)*', redirect: '/' }
  ]
})
