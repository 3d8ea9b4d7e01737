/** The doctor's consultations in their sections; when their order has changed under the pointer, it says so. */
import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './home.module.css';
import type { Cases } from './my-cases.ts';
import { Section } from './section.tsx';
import { useSteady } from './use-steady.ts';

export function CaseLists({ cases }: { cases: Cases }) {
  const { t } = useTranslation('doctor');
  const { shown, moved, holds, release } = useSteady(cases);
  return (
    <div className={styles['lists']} {...holds}>
      {moved && (
        <Button className={styles['moved'] ?? ''} icon={<ReloadOutlined />} onClick={release}>
          {t('home.moved')}
        </Button>
      )}
      <Section name="mine" rows={shown.mine} />
      <Section name="waiting" rows={shown.waiting} />
      <Section name="colleagues" rows={shown.colleagues} />
    </div>
  );
}
