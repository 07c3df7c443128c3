import { Button, Menu } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { QualificationStatus } from '../../shared/domain/certification.ts'
import type { Practitioner } from '../../shared/domain/person.ts'
import { dateWords, instantDate } from '../../shared/text/en/dates.ts'
import { listWords } from '../../shared/text/en/names.ts'
import { qualificationStatuses, qualificationText, staffText } from '../../shared/text/en/staff.ts'
import { standingWords } from '../../shared/text/en/standing.ts'
import { useDesk } from '../client.ts'
import { screen, useScreen, useWhere } from '../screen.ts'
import { DownIcon, PlusIcon } from '../ui/icons.tsx'
import { ImpactDialog } from '../ui/ImpactDialog.tsx'
import { MayButton } from '../ui/MayButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { useStaffingEdit } from '../ui/useImpact.ts'
import { QualificationForm } from './QualificationForm.tsx'
import { CertificationHistory } from './CertificationHistory.tsx'
import { EvidenceFiles } from './evidence/EvidenceFiles.tsx'
import { MoreOfPaper } from './MoreOfPaper.tsx'
import type { Register } from './register.ts'
import { type HeldCertification, markOf } from './standing.ts'
import { VerifyForm } from './VerifyForm.tsx'

type HeldProps = { readonly held: HeldCertification; readonly register: Register }

function StatusMenu({
  held,
  setStatus,
}: {
  readonly held: HeldCertification
  readonly setStatus: (status: QualificationStatus) => void
}) {
  const { status } = held.qualification
  const offered: readonly { readonly to: QualificationStatus; readonly label: string }[] = [
    ...(status === 'active'
      ? [{ to: 'suspended' as const, label: qualificationText.suspend }]
      : [{ to: 'active' as const, label: qualificationText.reinstate }]),
    ...(status === 'revoked' ? [] : [{ to: 'revoked' as const, label: qualificationText.revoke }]),
    { to: 'entered-in-error' as const, label: qualificationText.error },
  ]
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="compact-xs" rightSection={<DownIcon size={12} />}>
          {qualificationStatuses[status]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(one => (
          <Menu.Item key={one.to} onClick={() => setStatus(one.to)}>
            {one.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function verifyRefusal(mayVerify: boolean, isOwn: boolean, status: QualificationStatus): string | null {
  if (!mayVerify) return staffText.mayNotVerify
  if (isOwn) return staffText.mayNotVerifyOwn
  return status === 'active' ? null : staffText.onlyActiveVerified
}

function Held({ held, register }: HeldProps) {
  const { client, may, account } = useDesk()
  const { location } = useWhere()
  const [open, setOpen] = useState<'amend' | 'verify' | 'renew' | null>(null)
  const edit = useStaffingEdit()
  const { qualification, type, standing, visits } = held
  const { verification, status } = qualification
  const name = type?.name ?? ''
  const grants = (type?.competences ?? []).map(code => register.competences.find(one => one.code === code)?.label ?? code)
  const isRenewed = register.qualifications.some(one => one.renews === qualification.id && one.status !== 'entered-in-error')
  const row = useRef<HTMLLIElement>(null)
  const sought = useScreen(({ drawer }) => drawer?.kind === 'practitioner' && drawer.qualificationId === qualification.id)
  useEffect(() => {
    if (!sought) return
    row.current?.scrollIntoView({ block: 'nearest' })
    row.current?.focus()
  }, [sought])
  const setStatus = (to: QualificationStatus) => {
    const { verification: _kept, renews: _old, ...fields } = qualification
    edit.edit(
      preview => client.qualification.amend({ ...fields, status: to, preview }),
      () => screen.say(qualificationText.saved(name)),
    )
  }
  return (
    <li ref={row} className="held" data-mark={markOf(standing)} data-sought={sought || undefined} tabIndex={-1}>
      <div className="held-head">
        <span className="held-name">{name}</span>
        {visits > 0 && <span className="quiet numeric">{staffText.visitsAtStakeLong(visits)}</span>}
      </div>
      <StateMark kind={markOf(standing)}>{standingWords(standing)}</StateMark>
      <p className="quiet">
        {[
          qualification.issuer,
          qualification.number === '' ? '' : qualificationText.numberLine(qualification.number),
          `${qualificationText.issued.toLowerCase()} ${dateWords(qualification.issued)}`,
        ]
          .filter(part => part !== '')
          .join(' · ')}
      </p>
      <p className="quiet">
        {qualificationText.grants}: {listWords(grants)}
      </p>
      <p className="quiet">
        {verification.state === 'verified'
          ? `${qualificationText.verified(verification.byName, instantDate(verification.at, location.zone), verification.method)}${verification.source === '' ? '' : `: ${verification.source}`}`
          : qualificationText.unverified}
      </p>
      <MoreOfPaper held={held} register={register} />
      <CertificationHistory id={qualification.id} />
      <EvidenceFiles id={qualification.id} />
      <ProblemNotice problem={edit.problem} />
      {open === null && status !== 'entered-in-error' && (
        <div className="button-row">
          {(verification.state === 'unverified' || verification.due !== null) && (
            <MayButton
              size="compact-xs"
              refusal={verifyRefusal(
                may('certification.verify'),
                account.practitionerId === qualification.practitionerId,
                status,
              )}
              onClick={() => setOpen('verify')}
            >
              {verification.state === 'unverified' ? qualificationText.verify : qualificationText.verifyAgain}
            </MayButton>
          )}
          <MayButton
            size="compact-xs"
            variant="default"
            refusal={may('certification.write') ? null : staffText.mayNotCertify}
            onClick={() => setOpen('amend')}
          >
            {qualificationText.amend}
          </MayButton>
          {!isRenewed && (
            <MayButton
              size="compact-xs"
              variant="default"
              refusal={may('certification.write') ? null : staffText.mayNotCertify}
              onClick={() => setOpen('renew')}
            >
              {qualificationText.renew}
            </MayButton>
          )}
          {may('certification.write') && <StatusMenu held={held} setStatus={setStatus} />}
        </div>
      )}
      {(open === 'amend' || open === 'renew') && (
        <QualificationForm
          key={open}
          renewal={open === 'renew'}
          practitionerId={qualification.practitionerId}
          qualification={qualification}
          register={register}
          close={() => setOpen(null)}
        />
      )}
      {open === 'verify' && <VerifyForm qualification={qualification} name={name} reverifyMonths={type?.reverifyMonths ?? null} close={() => setOpen(null)} />}
      <ImpactDialog edit={edit} />
    </li>
  )
}

type CertificationsProps = {
  readonly practitioner: Practitioner
  readonly held: readonly HeldCertification[]
  readonly register: Register
}

/** What a person is certified for, and whether it counts. */
export function Certifications({ practitioner, held, register }: CertificationsProps) {
  const { may } = useDesk()
  const [adding, setAdding] = useState(false)
  const refusal = !may('certification.write')
    ? staffText.mayNotCertify
    : register.certificationTypes.length === 0
      ? qualificationText.noTypes
      : null
  return (
    <Section
      title={qualificationText.title}
      actions={
        adding ? undefined : (
          <MayButton
            size="compact-xs"
            variant="light"
            leftSection={<PlusIcon size={12} />}
            refusal={refusal}
            onClick={() => setAdding(true)}
          >
            {qualificationText.record}
          </MayButton>
        )
      }
    >
      {adding && (
        <QualificationForm
          practitionerId={practitioner.id}
          qualification={null}
          register={register}
          close={() => setAdding(false)}
        />
      )}
      {held.length === 0 && !adding && <p className="quiet">{qualificationText.none}</p>}
      <ul>
        {held.map(one => (
          <Held key={one.qualification.id} held={one} register={register} />
        ))}
      </ul>
    </Section>
  )
}
