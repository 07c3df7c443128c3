import { Combobox, Kbd, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { frameText } from '../../shared/text/en/frame.ts'
import { SearchIcon } from '../ui/icons.tsx'
import { type Found, useFound } from './useFound.ts'

function Options({ found }: { readonly found: readonly Found[] }) {
  const groups = [...new Set(found.map(one => one.group))]
  return groups.map(group => {
    const inside = found.filter(one => one.group === group)
    return (
      <Combobox.Group key={group} label={frameText.searchGroups[group]}>
        {inside.map(one => (
          <Combobox.Option key={one.key} value={one.key}>
            <span className="found-name">{one.name}</span>
            {one.hint !== '' && <span className="quiet found-hint">{one.hint}</span>}
          </Combobox.Option>
        ))}
      </Combobox.Group>
    )
  })
}

/** One field for everything: patients, colleagues and what can be done. */
export function SearchField() {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const { found, looking } = useFound(text.trim(), asked)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })

  const { selectFirstOption } = combobox
  // What arrives later must not leave the mark on one line and Enter on another.
  const lines = found.map(one => one.key).join()
  useEffect(() => {
    if (text !== '') selectFirstOption()
  }, [lines, text, selectFirstOption])

  const choose = (key: string) => {
    const chosen = found.find(one => one.key === key)
    setText('')
    combobox.closeDropdown()
    chosen?.choose()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md" width={420} position="bottom-start">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id="desk-search"
          className="top-search"
          type="search"
          role="combobox"
          aria-label={frameText.search}
          placeholder={frameText.search}
          autoComplete="off"
          spellCheck={false}
          leftSection={<SearchIcon size={15} />}
          rightSection={<Kbd size="xs">{frameText.searchKey}</Kbd>}
          rightSectionWidth={58}
          rightSectionPointerEvents="none"
          value={text}
          onChange={event => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onFocus={event => {
            event.currentTarget.select()
            combobox.openDropdown()
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={event => {
            if (event.key === 'Enter' && combobox.dropdownOpened && combobox.getSelectedOptionIndex() === -1)
              combobox.selectFirstOption()
            if (event.key !== 'Escape') return
            event.preventDefault()
            if (text !== '') setText('')
            combobox.closeDropdown()
            event.currentTarget.blur()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={360} style={{ overflowY: 'auto' }} aria-label={frameText.search}>
          {found.length > 0 ? (
            <Options found={found} />
          ) : (
            <Combobox.Empty>
              {looking ? frameText.loading : text === '' ? frameText.searchTyping : frameText.searchNothing}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
