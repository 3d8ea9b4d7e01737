/** Where a consultation stands: icon, word and colour, so that it can be read without any one of them. */
import {
  CheckCircleOutlined,
  DisconnectOutlined,
  EditOutlined,
  FormOutlined,
  HourglassOutlined,
  RollbackOutlined,
  StopOutlined,
  UserSwitchOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Hue } from '../theme/palette.ts';
import styles from './state-tag.module.css';

export const consultationStatuses = [
  'DRAFT',
  'UNDER_REVIEW',
  'RETURNED',
  'PENDING',
  'ASSIGNED',
  'IN_PROGRESS',
  'INTERRUPTED',
  'AWAITING_OPINION',
  'COMPLETED',
  'CANCELLED',
] as const;
export type ConsultationStatus = (typeof consultationStatuses)[number];

const looks: Readonly<Record<ConsultationStatus, readonly [typeof EditOutlined, Hue]>> = {
  DRAFT: [EditOutlined, 'neutral'],
  RETURNED: [RollbackOutlined, 'attention'],
  UNDER_REVIEW: [HourglassOutlined, 'info'],
  PENDING: [HourglassOutlined, 'info'],
  ASSIGNED: [UserSwitchOutlined, 'brand'],
  IN_PROGRESS: [VideoCameraOutlined, 'brand'],
  INTERRUPTED: [DisconnectOutlined, 'danger'],
  AWAITING_OPINION: [FormOutlined, 'attention'],
  COMPLETED: [CheckCircleOutlined, 'success'],
  CANCELLED: [StopOutlined, 'neutral'],
};

export function StateTag({ status }: { status: ConsultationStatus }) {
  const { t } = useTranslation('shared');
  const [Icon, hue] = looks[status];
  const strong = status === 'IN_PROGRESS' ? styles['strong'] : '';
  return (
    <span className={`${styles['tag']} ${styles[hue]} ${strong}`} data-status={status}>
      <Icon aria-hidden /> {t(`status.${status}`)}
    </span>
  );
}
