/** An error as a colleague would say it: what happened, and what to do; `detail` says it with names where they are known. */
import { WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../graph/problem.ts';
import styles from './feedback.module.css';

interface ProblemStateProps {
  readonly problem: Problem;
  /** Such as 王医生 14:03 接受了邀请. */
  readonly detail?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
}

export function ProblemState({ problem, detail, onRetry }: ProblemStateProps) {
  const { t } = useTranslation('shared');
  return (
    <div role="alert" className={styles['problem']}>
      <WarningFilled aria-hidden />
      <div>
        <p className={styles['title']}>{detail ?? t(`problem.${problem.code}.title`)}</p>
        <p>{t(`problem.${problem.code}.hint`)}</p>
      </div>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
