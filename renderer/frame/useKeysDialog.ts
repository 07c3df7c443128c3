import { create } from 'zustand'

/** Whether the list of keys is shown. */
export const useKeysDialog = create<{ readonly open: boolean }>(() => ({ open: false }))
