type Api = {
  readonly render: () => void
  readonly destroy: () => void
  readonly getEventById: (id: string) => { readonly setProp: (name: string, value: unknown) => void } | null
}

/** FullCalendar's class. The build in run.ts puts the package in place of this file where it is installed beside us. */
export const Calendar: (new (element: HTMLElement, options: object) => Api) | null = null
export const plugins: readonly object[] = []
