import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { pageFile } from '../../../main/shell/pageAddress.ts'

const root = join(sep, 'program', 'out', 'renderer')

test('the page and its files are found below the root', () => {
  expect(pageFile(root, 'app://desk/')).toBe(join(root, 'index.html'))
  expect(pageFile(root, 'app://desk/assets/index-a1.js?x=1#y')).toBe(join(root, 'assets', 'index-a1.js'))
  expect(pageFile(root, 'app://desk/a%20b.svg')).toBe(join(root, 'a b.svg'))
})

test.each([
  'app://desk/..%2f..%2fpackage.json',
  'app://desk/%2e%2e%2f%2e%2e%2fsecret',
  'app://desk/assets/..%2f..%2f..%2f..%2fetc/passwd',
  'app://desk/..%5c..%5csecret',
  'app://desk/a%00.html',
  'app://desk/%E0%A4%A'
])('%s leads nowhere', address => {
  expect(pageFile(root, address)).toBeUndefined()
})

test('plain dots are resolved before they arrive, and stay inside', () => {
  expect(pageFile(root, 'app://desk/../../package.json')).toBe(join(root, 'package.json'))
})

test.each(['app://other/', 'https://desk/', 'file:///etc/passwd', 'app:', 'not an address'])('%s is not the page', address => {
  expect(pageFile(root, address)).toBeUndefined()
})
