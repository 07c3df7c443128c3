import { useState } from 'react'
import type { ServiceType } from '../../shared/domain/service.ts'
import { bookingText } from '../../shared/text/en/booking.ts'
import { useDesk, useRead } from '../client.ts'
import { Shown } from '../ui/Shown.tsx'
import type { BookingEvent } from './booking.ts'
import { PickList } from './PickList.tsx'

const order = { approved: 0, draft: 1, retired: 2 } as const
const matches = (service: ServiceType, text: string): boolean =>
  service.name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase())

/** What for. Drafts are shown with the reason why they cannot be booked yet. */
export function ServiceStep({ send }: { readonly send: (event: BookingEvent) => void }) {
  const { client } = useDesk()
  const [text, setText] = useState('')
  const read = useRead(['serviceType', 'list'], () => client.serviceType.list({}))
  return (
    <Shown read={read}>
      {services => (
        <PickList
          label={bookingText.services}
          autoFocus
          empty={<p className="quiet">{bookingText.noServices}</p>}
          field={{ label: bookingText.serviceLabel, placeholder: bookingText.servicePlaceholder, text, onText: setText }}
          items={services
            .filter(service => service.status !== 'retired' && matches(service, text))
            .toSorted((a, b) => order[a.status] - order[b.status] || a.name.localeCompare(b.name))
            .map(service => ({
              key: service.id,
              refusal: service.status === 'approved' ? null : bookingText.draft,
              content: (
                <>
                  <span className="pick-name">{service.name}</span>
                  <span className="quiet">{bookingText.minutes(service.minutes)}</span>
                </>
              ),
              pick: () => send({ kind: 'service-chosen', serviceTypeId: service.id }),
            }))}
        />
      )}
    </Shown>
  )
}
