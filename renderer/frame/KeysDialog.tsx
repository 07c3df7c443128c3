import { Kbd, Modal } from '@mantine/core'
import { frameText, keysText } from '../../shared/text/en/frame.ts'
import { useKeysDialog } from './useKeysDialog.ts'

/** What `?` shows. */
export function KeysDialog() {
  const open = useKeysDialog(state => state.open)
  return (
    <Modal
      opened={open}
      onClose={() => useKeysDialog.setState({ open: false })}
      title={frameText.keysTitle}
      size="lg"
      closeButtonProps={{ 'aria-label': frameText.close }}
    >
      <div className="keys">
        {keysText.map(group => (
          <section key={group.title} className="section">
            <h3>{group.title}</h3>
            <dl className="keys-list">
              {group.lines.map(line => (
                <div key={line.what}>
                  <dt>
                    {line.keys.map(key => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </dt>
                  <dd>{line.what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
