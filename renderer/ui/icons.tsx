import type { ReactNode } from 'react'

type IconProps = { readonly size?: number }

/** One stroke weight, one grid; always beside words, so always hidden from screen readers. */
const icon = (paths: ReactNode) =>
  function Icon({ size = 18 }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        style={{ flexShrink: 0 }}
      >
        {paths}
      </svg>
    )
  }

export const DayIcon = icon(
  <>
    <rect x="3" y="4" width="14" height="13" rx="1.5" />
    <path d="M3 8h14M7.7 8v9M12.3 8v9M7 2.5v3M13 2.5v3" />
  </>,
)
export const AheadIcon = icon(
  <>
    <path d="M2.5 13.5h2v3h-2zM6.8 9.5h2v7h-2zM11.2 11.5h2v5h-2zM15.5 6.5h2v10h-2z" />
    <path d="M3 7.5 8 4l4.5 2L17 2.8" />
  </>,
)
export const PatientsIcon = icon(
  <>
    <circle cx="10" cy="6.5" r="3.2" />
    <path d="M3.8 17c.5-3.6 3-5.4 6.2-5.4s5.7 1.8 6.2 5.4" />
  </>,
)
export const StaffIcon = icon(
  <>
    <circle cx="7.2" cy="6.5" r="2.8" />
    <path d="M2 16.5c.4-3.3 2.4-5 5.2-5s4.8 1.7 5.2 5M12.6 4.2a2.8 2.8 0 0 1 0 4.9M14.3 11.9c2.2.5 3.5 2.1 3.7 4.6" />
  </>,
)
export const CardsIcon = icon(
  <>
    <rect x="2.5" y="5" width="15" height="10.5" rx="1.5" />
    <path d="M5.5 8.5h5M5.5 11.5h3M13 11.5h1.5" />
  </>,
)
export const ExchangeIcon = icon(<path d="M4 7h12.5M13.5 4l3 3-3 3M16 13H3.5M6.5 10l-3 3 3 3" />)
export const SettingsIcon = icon(
  <>
    <path d="M3 6h7M14.5 6H17M3 14h2.5M10 14h7" />
    <circle cx="12.2" cy="6" r="2.2" />
    <circle cx="7.7" cy="14" r="2.2" />
  </>,
)
export const SearchIcon = icon(
  <>
    <circle cx="8.7" cy="8.7" r="5" />
    <path d="m12.5 12.5 4 4" />
  </>,
)
export const LockIcon = icon(
  <>
    <rect x="4" y="9" width="12" height="8" rx="1.5" />
    <path d="M6.8 9V6.5a3.2 3.2 0 0 1 6.4 0V9" />
  </>,
)
export const LeftIcon = icon(<path d="m12 4.5-5.5 5.5 5.5 5.5" />)
export const RightIcon = icon(<path d="m8 4.5 5.5 5.5L8 15.5" />)
export const DownIcon = icon(<path d="m5 7.5 5 5 5-5" />)
export const CloseIcon = icon(<path d="m5 5 10 10M15 5 5 15" />)
export const PlusIcon = icon(<path d="M10 4v12M4 10h12" />)
export const UndoIcon = icon(<path d="M7 4 3.5 7.5 7 11M4 7.5h8a4.5 4.5 0 0 1 0 9H8" />)
export const CheckIcon = icon(<path d="m4 10.5 4 4 8-9" />)
export const FlagIcon = icon(
  <>
    <path d="M5 17.5V3" />
    <path d="M5 3.5h9.5l-2.5 3.7 2.5 3.8H5" />
  </>,
)
export const FragileIcon = icon(
  <>
    <path d="M8.4 11.6a3.2 3.2 0 0 1 0-4.5l1.8-1.8a3.2 3.2 0 0 1 4.5 4.5l-.8.8" />
    <path d="M11.6 8.4a3.2 3.2 0 0 1 0 4.5l-1.8 1.8a3.2 3.2 0 0 1-4.5-4.5l.8-.8" />
  </>,
)
export const ClockIcon = icon(
  <>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4.3l2.8 1.7" />
  </>,
)
export const PrintIcon = icon(
  <>
    <path d="M6 7.5V3h8v4.5M6 14H3.5V7.5h13V14H14" />
    <path d="M6 11.5h8V17H6z" />
  </>,
)
export const EditIcon = icon(<path d="m12.5 4.5 3 3L7 16l-3.7.7.7-3.7zM11 6l3 3" />)
export const WarningIcon = icon(
  <>
    <path d="M10 3 2.5 16.5h15z" />
    <path d="M10 8v4M10 14.2v.1" />
  </>,
)
export const OfflineIcon = icon(
  <>
    <path d="M3 3l14 14M5.5 11.2a6.5 6.5 0 0 1 3-1.6M3 8a10 10 0 0 1 3-2M17 8a10 10 0 0 0-6.5-2.9M14.5 11.2l-.6-.5M8.3 13.8a2.5 2.5 0 0 1 3.4 0" />
  </>,
)
export const KeyboardIcon = icon(
  <>
    <rect x="2" y="5" width="16" height="10" rx="1.5" />
    <path d="M5 8h.1M8.3 8h.1M11.6 8h.1M15 8h.1M5 11.8h.1M8 11.8h4M15 11.8h.1" />
  </>,
)
