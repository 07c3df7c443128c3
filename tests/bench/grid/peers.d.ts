/** FullCalendar where it is installed beside us, null where it is not; made by the build in run.ts. */
declare module 'peer:fullcalendar' {
  type Api = { render: () => void; destroy: () => void; getEventById: (id: string) => { setProp: (name: string, value: unknown) => void } | null }
  export const Calendar: (new (element: HTMLElement, options: object) => Api) | null
  export const plugins: readonly object[]
}
