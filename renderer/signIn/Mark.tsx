/** The program's sign: a day's lines with one tick. */
export function Mark() {
  return (
    <svg width="36" height="36" viewBox="0 0 32 32" aria-hidden="true" focusable="false" style={{ flexShrink: 0 }}>
      <rect width="32" height="32" rx="7" fill="#0f6b63" />
      <path d="M9 11h14M9 16h14M9 21h8" stroke="#d5eae7" strokeWidth="2" strokeLinecap="round" />
      <path d="m19.5 21.5 2 2 4-4.5" fill="none" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
