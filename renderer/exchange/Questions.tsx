import type { ReactNode } from 'react'
import type { ImportQuestion } from '../../shared/domain/importReport.ts'
import { exchangeText, questionSentence } from '../../shared/text/en/exchange.ts'
import { WarningIcon } from '../ui/icons.tsx'

type QuestionsProps<Q> = { readonly questions: readonly Q[]; readonly answer: (question: Q) => ReactNode }

/** What a file leaves open, each with its answer beside it. */
export function Questions<Q extends ImportQuestion>({ questions, answer }: QuestionsProps<Q>) {
  if (questions.length === 0) return null
  return (
    <div className="notice notice-amber" role="group" aria-label={exchangeText.questions}>
      <WarningIcon />
      <div className="exchange-questions">
        {questions.map(question => (
          <div key={question} className="exchange-question">
            <p>{questionSentence[question]}</p>
            {answer(question)}
          </div>
        ))}
      </div>
    </div>
  )
}
