/** Whether what was typed is safe: saved at, being saved, or kept in this window until the line is back. */
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../../shared/feedback/problem-state.tsx';
import { timeOfDay } from '../../../shared/time/format-time.ts';
import styles from './meter.module.css';
import type { WrittenRequest } from './use-request-text.ts';

export function SavedNote({ written: { settled, savedAt, problem } }: { written: WrittenRequest }) {
  const { t } = useTranslation('doctor');
  if (problem && problem.code !== 'OFFLINE') return <ProblemState problem={problem} />;
  if (problem && !settled) return <p className={styles['kept']}>{t('meter.kept')}</p>;
  const said = savedAt === null ? t('meter.asYouType') : t('meter.saved', { at: timeOfDay(savedAt) });
  return <p className={styles['quiet']}>{settled ? said : t('meter.saving')}</p>;
}
