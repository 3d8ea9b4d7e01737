/** Who is in the room already, and since when: one does not like to come into an empty one. */
import { UserOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../time/format-time.ts';
import { type CallOf, guestOf } from './call-of.ts';
import styles from './lobby.module.css';
import { useRoomPeople } from './use-room-people.ts';

export function InsideNow({ consultation }: Pick<CallOf, 'consultation'>) {
  const { t } = useTranslation('call');
  const people = useRoomPeople(consultation.id);
  if (people === null) return null;
  if (people.length === 0) return <p className={styles['quiet']}>{t('inside.nobody')}</p>;
  return (
    <div>
      <p>{t('inside.title')}</p>
      <ul>
        {people.map(({ identity, role, joinedAt }) => (
          <li key={identity}>
            <UserOutlined aria-hidden /> {guestOf(identity, consultation).name} {t(`part.${role}`)}{' '}
            <time className={styles['quiet']} dateTime={joinedAt}>
              {t('inside.since', { time: timeOfDay(joinedAt) })}
            </time>
          </li>
        ))}
      </ul>
    </div>
  );
}
