/** How far a consultation has come, step by step, with the day and time of what is done. */
import { CheckCircleFilled, ClockCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { dateAndTime } from '../../../shared/time/format-time.ts';
import type { WholeConsultation } from './use-my-consultation.ts';
import styles from './consultation.module.css';
import { type Step, stepsOf } from './steps-of.ts';

const signs = {
  done: CheckCircleFilled,
  now: ClockCircleFilled,
  'to come': MinusCircleOutlined,
  'left out': MinusCircleOutlined,
};

export function Progress({ consultation }: { consultation: WholeConsultation }) {
  return (
    <ol className={styles['steps']}>
      {stepsOf(consultation).map((step) => (
        <OneStep key={step.name} step={step} />
      ))}
    </ol>
  );
}

function OneStep({ step: { name, state, at } }: { step: Step }) {
  const { t } = useTranslation('patient');
  const Sign = signs[state];
  return (
    <li data-state={state} {...(state === 'now' && { 'aria-current': 'step' })}>
      <Sign aria-hidden />
      <span>
        {t(`step.${name}`)}
        <span className={styles['when']}>
          {at === null ? t(`step.state.${state}`) : <time dateTime={at}>{dateAndTime(at)}</time>}
        </span>
      </span>
    </li>
  );
}
