import { ActionIcon, Button, Input, NumberInput, TextInput } from '@mantine/core'
import type { Problem } from '../../shared/domain/problem.ts'
import type { ProductInterval } from '../../shared/domain/service.ts'
import { settingsText } from '../../shared/text/en/settings.ts'
import { fieldError } from '../ui/fieldError.ts'
import { CloseIcon, PlusIcon } from '../ui/icons.tsx'

const text = settingsText.services
const sixteenWeeks = 112

type Props = { readonly value: readonly ProductInterval[]; readonly change: (value: readonly ProductInterval[]) => void; readonly problem: Problem | null }

/** Products that want more days between visits than the others. */
export function ProductIntervals({ value, change, problem }: Props) {
  const replace = (at: number, part: Partial<ProductInterval>) => change(value.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <Input.Wrapper label={text.productIntervals} description={text.productIntervalsHint} labelElement="div">
      {value.map(({ product, days }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row is its place until the form is saved
        <div key={at} className="field-row">
          <TextInput label={text.product} value={product} maxLength={200} error={fieldError(problem, `productIntervals.${at}.product`)} onChange={event => replace(at, { product: event.currentTarget.value })} />
          <NumberInput
            className="fixed" label={text.productDays} min={1} max={730} allowDecimal={false} clampBehavior="strict" value={days}
            onChange={next => { if (typeof next === 'number') replace(at, { days: next }) }}
          />
          <ActionIcon className="fixed" mt={25} size={28} variant="subtle" color="gray" aria-label={text.removeProduct(product)} title={text.removeProduct(product)} onClick={() => change(value.filter((_, index) => index !== at))}>
            <CloseIcon size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button size="compact-xs" variant="default" leftSection={<PlusIcon size={14} />} onClick={() => change([...value, { product: '', days: sixteenWeeks }])}>
        {text.addProduct}
      </Button>
    </Input.Wrapper>
  )
}
