import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder } from '../../../main/dataFolder.ts'

const linux = { platform: 'linux', env: {}, home: '/home/desk' }

test('everything is kept where the system keeps a user’s programs’ files', () => {
  expect(dataFolder(undefined, false, linux)).toBe(join('/home/desk', '.local/share/injection-desk'))
  expect(dataFolder(undefined, false, { ...linux, env: { XDG_DATA_HOME: '/data' } })).toBe(join('/data', 'injection-desk'))
  expect(dataFolder(undefined, false, { platform: 'darwin', env: {}, home: '/Users/desk' })).toBe(join('/Users/desk', 'Library/Application Support/injection-desk'))
  expect(dataFolder(undefined, false, { platform: 'win32', env: { APPDATA: '/roaming' }, home: '/desk' })).toBe(join('/roaming', 'injection-desk'))
})

test('the demo practice never shares a folder with real records', () => {
  expect(dataFolder(undefined, true, linux)).toBe(join('/home/desk', '.local/share/injection-desk-demo'))
})

test('a folder that is asked for is used as it is', () => {
  expect(dataFolder('some/where', true, linux)).toBe(resolve('some/where'))
})
