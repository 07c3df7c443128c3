import { useState } from 'react'
import type { CertificationType } from '../../shared/domain/certification.ts'
import type { CertificationTypeId } from '../../shared/domain/ids.ts'
import { listWords } from '../../shared/text/en/names.ts'
import { expiryRuleWords, typeText } from '../../shared/text/en/staff.ts'
import { useDesk } from '../client.ts'
import { screen } from '../screen.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { CertificationTypeForm } from './CertificationTypeForm.tsx'
import type { Register } from './register.ts'

type CertificationTypesProps = { readonly register: Register; readonly adding: boolean; readonly close: () => void }

/** Every kind of certificate that counts here. */
export function CertificationTypes({ register, adding, close }: CertificationTypesProps) {
  const { may } = useDesk()
  const [openId, setOpenId] = useState<CertificationTypeId | null>(null)
  const labels = new Map(register.competences.map(one => [one.code, one.label]))
  const opened = register.certificationTypes.find(type => type.id === openId)
  const holders = (type: CertificationType) =>
    new Set(
      register.qualifications
        .filter(one => one.certificationTypeId === type.id && one.status === 'active')
        .map(one => one.practitionerId),
    ).size
  const rows = register.certificationTypes.toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))
  return (
    <>
      {adding && <CertificationTypeForm type={null} register={register} close={close} />}
      {opened !== undefined && !adding && (
        <CertificationTypeForm
          key={`${opened.id} ${opened.version}`}
          type={opened}
          register={register}
          close={() => setOpenId(null)}
        />
      )}
      {rows.length === 0 ? (
        <EmptyState title={typeText.empty} hint={typeText.emptyHint} />
      ) : (
        <DataTable
          caption={typeText.list}
          rows={rows}
          rowKey={type => type.id}
          name={type => type.name}
          isOpen={type => type.id === openId}
          {...(may('certification.write')
            ? {
                open: (type: CertificationType) =>
                  screen.unlessUnsaved(() => {
                    close()
                    setOpenId(type.id)
                  }),
              }
            : {})}
          columns={[
            {
              title: typeText.name,
              width: '28%',
              cell: type =>
                may('certification.write') ? (
                  type.active ? null : (
                    <span className="quiet"> · {typeText.inactive}</span>
                  )
                ) : (
                  type.name
                ),
            },
            { title: typeText.issuer, cell: type => type.issuer },
            {
              title: typeText.competences,
              width: '30%',
              cell: type => listWords(type.competences.map(code => labels.get(code) ?? code)),
            },
            { title: typeText.expiry, cell: type => expiryRuleWords(type.expiry) },
            { title: typeText.holders, numeric: true, cell: type => typeText.held(holders(type)) },
          ]}
        />
      )}
    </>
  )
}
