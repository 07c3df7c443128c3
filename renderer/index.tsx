import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import { App } from './App.tsx'
import { queries } from './frame/queries.ts'
import { cssVariables, theme } from './theme.ts'
import './theme.css'
import { showEveryLetter } from './ui/lettersOnScreen.ts'
import './ui/ui.css'

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
  showEveryLetter()
}
