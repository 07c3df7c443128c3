import {
  createTheme,
  type CSSVariablesResolver,
  Button,
  Checkbox,
  Combobox,
  Fieldset,
  Input,
  type MantineColorsTuple,
  Modal,
  NumberInput,
  PasswordInput,
  Popover,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { lettersFamily } from './ui/lettersOnScreen.ts'

const teal: MantineColorsTuple = [
  '#eaf5f3',
  '#d5eae7',
  '#a9d6d0',
  '#7fc4bb',
  '#5fb5aa',
  '#3d9c91',
  '#23847a',
  '#0f6b63',
  '#0b5750',
  '#07433d',
]
const red: MantineColorsTuple = [
  '#fdeeec',
  '#f9d9d5',
  '#f4b3ab',
  '#f29a90',
  '#e5675a',
  '#d3402f',
  '#bf2f20',
  '#ad2417',
  '#8c1c12',
  '#6b140d',
]
const gray: MantineColorsTuple = [
  '#f7f9f8',
  '#eff2f1',
  '#e2e7e5',
  '#d2d9d6',
  '#b9c2bf',
  '#87928e',
  '#66716d',
  '#505b57',
  '#36403d',
  '#1c2422',
]
// Mantine draws its dark scheme with these: 0 ink … 9 the deepest ground.
const dark: MantineColorsTuple = [
  '#e6ebe9',
  '#b5bfbb',
  '#98a39f',
  '#76827d',
  '#424c49',
  '#323b38',
  '#262e2c',
  '#1b2120',
  '#151a19',
  '#0f1312',
]

const size = { defaultProps: { size: 'xs' } } as const

/** Calm and dense: 13 px text on a 4 px rhythm, one teal accent; colours with a meaning live in theme.css. */
export const theme = createTheme({
  fontFamily: `"${lettersFamily}", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, Cantarell, "Helvetica Neue", Arial, sans-serif`,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '13px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  colors: { teal, red, gray, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '18px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' }, h4: { fontSize: '13px' } },
  },
  components: {
    Button: Button.extend(size),
    Checkbox: Checkbox.extend(size),
    TextInput: TextInput.extend(size),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs', autosize: true, minRows: 2 } }),
    PasswordInput: PasswordInput.extend(size),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs', hideControls: true } }),
    Select: Select.extend({ defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' }, maxDropdownHeight: 320 } }),
    DateInput: DateInput.extend({ defaultProps: { size: 'xs' } }),
    Input: Input.extend(size),
    // Hints stand below, so that fields side by side line up.
    InputWrapper: Input.Wrapper.extend({ defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } }),
    Fieldset: Fieldset.extend({ defaultProps: { variant: 'unstyled' } }),
    Combobox: Combobox.extend({ defaultProps: { transitionProps: { duration: 0 } } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } },
    }),
    Popover: Popover.extend({ defaultProps: { transitionProps: { duration: 0 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true, transitionProps: { duration: 0 } } }),
  },
})

/** Puts Mantine's own colours on the same paper as ours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--desk-surface)',
    '--mantine-color-text': 'var(--desk-ink)',
    '--mantine-color-dimmed': 'var(--desk-quiet)',
    '--mantine-color-error': 'var(--desk-red)',
    '--mantine-color-default-border': 'var(--desk-edge)',
    '--mantine-color-placeholder': 'var(--desk-faint)',
  },
  dark: {
    '--mantine-color-body': 'var(--desk-surface)',
    '--mantine-color-text': 'var(--desk-ink)',
    '--mantine-color-dimmed': 'var(--desk-quiet)',
    '--mantine-color-error': 'var(--desk-red)',
    '--mantine-color-default-border': 'var(--desk-edge)',
    '--mantine-color-placeholder': 'var(--desk-faint)',
  },
})
