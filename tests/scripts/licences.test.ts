import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { licencesOf, packageFolder, shippedFolders } from '../../scripts/licences.mjs'

const project = resolve('.')

describe('the list of licences', () => {
  it('names every package main brings along, and what those need in turn', () => {
    const names = licencesOf(shippedFolders(project)).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['electron', 'sharp', 'zod', '@cantoo/pdf-lib', 'culori']))
    expect(names).not.toContain('vitest')
  })

  it('gives each its licence, and the text where the package has one', () => {
    const licences = licencesOf(shippedFolders(project))
    for (const { name, licence } of licences) expect(licence, name).not.toBe('')
    const zod = licences.find(({ name }) => name === 'zod')
    expect(zod).toMatchObject({ licence: 'MIT', text: expect.stringContaining('MIT License') })
  })

  it('tells which package a bundled file is of', () => {
    const modules = join(project, 'node_modules')
    expect(packageFolder(join(modules, 'vue', 'dist', 'vue.js'))).toBe(join(modules, 'vue'))
    expect(packageFolder(join(modules, '@lucide', 'vue', 'x.js?raw'))).toBe(join(modules, '@lucide', 'vue'))
    expect(packageFolder(join(modules, 'a', 'node_modules', 'b', 'index.js'))).toBe(
      join(modules, 'a', 'node_modules', 'b')
    )
    expect(packageFolder(join(project, 'src', 'renderer', 'main.ts'))).toBeNull()
  })
})
