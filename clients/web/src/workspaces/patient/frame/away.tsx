/** A part that cannot be read now: it says so and keeps trying; without a network it says that instead. */
import { ReloadOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../graph/problem.ts';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { useComeback } from '../../../shared/feedback/use-comeback.ts';
import { UnavailablePart } from '../../../shared/feedback/unavailable-part.tsx';
import frame from './frame.module.css';

interface AwayProps {
  readonly part: string;
  readonly problem: Problem;
  readonly onRetry: () => void;
  /** The page is about nothing else, so that one wants to try by oneself. */
  readonly whole?: boolean;
}

export function Away({ part, problem, onRetry, whole = false }: AwayProps) {
  const { t } = useTranslation('shared');
  useComeback(problem, onRetry);
  if (problem.code === 'OFFLINE') return <ProblemState problem={problem} onRetry={onRetry} />;
  return (
    <>
      <UnavailablePart part={part} />
      {whole && (
        <button type="button" className={frame['tap']} onClick={onRetry}>
          <ReloadOutlined aria-hidden /> {t('retry')}
        </button>
      )}
    </>
  );
}
