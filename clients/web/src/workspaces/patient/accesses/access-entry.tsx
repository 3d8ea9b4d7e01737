/** One entry: who, from where, in which part, when and how often, what was looked at and what for. */
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../../../shared/time/format-time.ts';
import frame from '../frame/frame.module.css';
import type { Access } from './use-my-accesses.ts';
import { whatWasSeen } from './what-was-seen.ts';

export function AccessEntry({ access }: { access: Access }) {
  const { t } = useTranslation('patient');
  const { firstAt, lastAt, times, roles, actions, purposes, practitioner, institution } = access;
  const [from, to] = [timeOfDay(firstAt), timeOfDay(lastAt)];
  const parts = roles.map((role) => t(`accesses.role.${role}`)).join(t('and'));
  const who = practitioner
    ? t('who', { name: practitioner.name, title: t(`shared:title.${practitioner.title}`) })
    : parts;
  return (
    <li data-access>
      <div className={frame['row']}>
        <strong>{who}</strong>
        <span className="numerals">
          <time dateTime={firstAt}>{from}</time>
          {to !== from && `–${to}`}
          {times > 1 && ` · ${t('accesses.times', { count: times })}`}
        </span>
      </div>
      <p className={frame['quiet']}>
        {[practitioner ? parts : null, institution?.name]
          .filter((part) => part !== null && part !== undefined)
          .join(' · ')}
      </p>
      <p>
        {t('accesses.saw', {
          what: whatWasSeen(actions)
            .map((what) => t(`seen.${what}`))
            .join(t('comma')),
        })}
      </p>
      {purposes.length > 0 && <p>{t('accesses.purpose', { purpose: purposes.join(t('comma')) })}</p>}
    </li>
  );
}
