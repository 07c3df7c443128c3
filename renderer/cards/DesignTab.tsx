import { ActionIcon, Button, Checkbox, FileButton, Group, Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { AppointmentCard } from '../../shared/domain/card.ts'
import { type CardDesign, type CardLine, logoPattern, neededLines, type WordedLine, wordedLines } from '../../shared/domain/cardDesign.ts'
import { type Language, languages } from '../../shared/domain/language.ts'
import { allStocks, stockNamed } from '../../shared/domain/paper/printing.ts'
import type { Stock } from '../../shared/domain/paper/stock.ts'
import { revealedBy } from '../../shared/domain/privacy/lint.ts'
import { cardsText, designText } from '../../shared/text/en/cards.ts'
import { cardWords } from '../../shared/text/paper/cardWords.ts'
import { useDesk } from '../client.ts'
import { paperOf } from '../paper/makeCards.ts'
import { usePaperSettings } from '../paper/usePaperSettings.ts'
import { screen, useWhere } from '../screen.ts'
import { Form } from '../ui/Form.tsx'
import { Section } from '../ui/Section.tsx'
import { Shown } from '../ui/Shown.tsx'
import { useSave } from '../ui/useSave.ts'
import { useCardJob } from './CardPreview.tsx'
import { exampleCard } from './exampleCard.ts'
import { PaperFrame } from './PaperFrame.tsx'

type Change = (part: Partial<CardDesign>) => void
type Edit = { readonly draft: CardDesign; readonly change: Change; readonly frozen: boolean }

/** How the practice's cards look and what they say, with a card that follows every change. */
export function DesignTab() {
  const { read } = usePaperSettings()
  return <Shown read={read}>{({ design }) => <Designer key={design.version} saved={design} />}</Shown>
}

function Designer({ saved }: { readonly saved: CardDesign }) {
  const { client, may } = useDesk()
  const { printing } = usePaperSettings()
  const { practice, location, today } = useWhere()
  const [draft, setDraft] = useState(saved)
  const [language, setLanguage] = useState<Language>('en')
  const state = useSave()
  const frozen = !may('practice.write')
  const change: Change = part => setDraft(was => ({ ...was, ...part }))
  const [card] = useState(() => exampleCard(practice, location, today))
  const [on, setOn] = useState(printing.usual)
  const [largePrint, setLargePrint] = useState(false)
  const shown = useMemo(() => ({ ...card, language, largePrint }), [card, language, largePrint])
  const stock = paperOf(shown, { design: draft, printing }, stockNamed(printing, on))
  const submit = async () => {
    if (await state.save(() => client.paper.amendDesign(draft)) !== null) screen.say(designText.saved)
  }
  return (
    <div className="designer">
      <Form name={cardsText.tabs.design} dirty={draft !== saved} state={state} submit={() => void submit()} submitLabel={designText.save} hold={frozen ? designText.mayNot : null}>
        <Lines draft={draft} change={change} frozen={frozen} />
        <Wordings draft={draft} change={change} frozen={frozen} language={language} setLanguage={setLanguage} />
        <Switch size="xs" label={designText.qr} description={designText.qrHint} checked={draft.qr} disabled={frozen} onChange={event => change({ qr: event.currentTarget.checked })} />
        <Logo draft={draft} change={change} frozen={frozen} />
        <TagsInput size="xs" label={designText.ownWords} description={designText.ownWordsHint} value={[...draft.ownWords]} disabled={frozen} onChange={ownWords => change({ ownWords })} />
      </Form>
      <Section title={designText.preview}>
        <Preview card={shown} design={draft} stock={stock} />
        <Select
          w={240} size="xs" label={designText.previewOn} allowDeselect={false} value={on} onChange={next => { if (next !== null) setOn(next) }}
          data={allStocks(printing).filter(({ kind }) => kind !== 'label' && kind !== 'list').map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Switch size="xs" label={designText.previewLarge} checked={largePrint} onChange={event => setLargePrint(event.currentTarget.checked)} />
        {stock.id !== on && <p className="quiet">{largePrint ? cardsText.largePrintOn(stock.name) : cardsText.movedTo(stock.name)}</p>}
      </Section>
    </div>
  )
}

function Preview({ card, design, stock }: { readonly card: AppointmentCard; readonly design: CardDesign; readonly stock: Stock }) {
  const { printing } = usePaperSettings()
  const settled = useMemo(() => ({ design, printing }), [design, printing])
  const job = useCardJob(card, settled, stock)
  return job === null ? null : <PaperFrame job={job} title={designText.preview} />
}

function Lines({ draft: { lines }, change, frozen }: Edit) {
  const put = (at: number, part: Partial<CardLine>) => change({ lines: lines.map((line, index) => (index === at ? { ...line, ...part } : line)) })
  const swap = (at: number, with_: number) => change({ lines: lines.map((line, index) => (index === at ? lines[with_] : index === with_ ? lines[at] : line) ?? line) })
  return (
    <Section title={designText.lines} hint={designText.linesHint}>
      <ol className="design-lines">
        {lines.map(({ kind, shown, large }, at) => (
          <li key={kind} className="design-line">
            <ActionIcon size="sm" variant="default" disabled={frozen || at === 0} aria-label={designText.up(designText.line[kind])} onClick={() => swap(at, at - 1)}>↑</ActionIcon>
            <ActionIcon size="sm" variant="default" disabled={frozen || at === lines.length - 1} aria-label={designText.down(designText.line[kind])} onClick={() => swap(at, at + 1)}>↓</ActionIcon>
            <Checkbox size="xs" className="design-name" label={designText.line[kind]} checked={shown} disabled={frozen || neededLines.includes(kind)} onChange={event => put(at, { shown: event.currentTarget.checked })} />
            <Checkbox size="xs" label={designText.large} aria-label={designText.largeOf(designText.line[kind])} checked={large} disabled={frozen || !shown} onChange={event => put(at, { large: event.currentTarget.checked })} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Wordings({ draft: { wording, ownWords }, change, frozen, language, setLanguage }: Edit & { readonly language: Language; readonly setLanguage: (language: Language) => void }) {
  const textOf = (line: WordedLine): string => wording.find(each => each.language === language && each.line === line)?.text ?? ''
  const put = (line: WordedLine, text: string) => {
    const others = wording.filter(each => each.language !== language || each.line !== line)
    change({ wording: text === '' ? others : [...others, { language, line, text }] })
  }
  const told = (line: WordedLine): string | null => {
    const findings = revealedBy(textOf(line), undefined, ownWords)
    return findings.length === 0 ? null : designText.reveals(findings)
  }
  return (
    <Section title={designText.wording} hint={designText.wordingHint}>
      <Select
        w={200} size="xs" label={designText.language} allowDeselect={false} value={language} data={languages.map(value => ({ value, label: cardWords[value].itself }))}
        onChange={next => setLanguage(languages.find(each => each === next) ?? 'en')}
      />
      {wordedLines.map(line => (
        <TextInput
          key={line} size="xs" dir="auto" label={designText.worded[line]} placeholder={line === 'note' ? '' : cardWords[language][line]} maxLength={200}
          disabled={frozen} value={textOf(line)} error={told(line)} onChange={event => put(line, event.currentTarget.value)}
        />
      ))}
    </Section>
  )
}

const mostLogo = 250_000
const readLogo = (file: File): Promise<string | null> => new Promise((resolve) => {
  const reader = new FileReader()
  reader.addEventListener('load', () => resolve(typeof reader.result === 'string' && logoPattern.test(reader.result) && file.size <= mostLogo ? reader.result : null))
  reader.addEventListener('error', () => resolve(null))
  reader.readAsDataURL(file)
})

function Logo({ draft: { logo }, change, frozen }: Edit) {
  const [wrong, setWrong] = useState(false)
  const choose = async (file: File | null) => {
    if (file === null) return
    const read = await readLogo(file)
    setWrong(read === null)
    if (read !== null) change({ logo: read })
  }
  return (
    <Section title={designText.logo} hint={designText.logoHint}>
      <Group gap="xs">
        {logo !== null && <img src={logo} alt={designText.logo} className="design-logo" />}
        <FileButton accept="image/png,image/jpeg" disabled={frozen} onChange={file => void choose(file)}>{props => <Button {...props} size="xs" variant="default" disabled={frozen}>{designText.chooseLogo}</Button>}</FileButton>
        {logo !== null && <Button size="xs" variant="default" disabled={frozen} onClick={() => change({ logo: null })}>{designText.removeLogo}</Button>}
      </Group>
      {wrong && <p className="notice notice-red" role="alert">{designText.wrongLogo}</p>}
    </Section>
  )
}
