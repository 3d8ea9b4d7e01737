/** Stands in for a page that has failed, or could not be fetched: the frame stays, and one can load it anew. */
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/feedback/empty-state.tsx';

interface PageFaultProps {
  /** Where the page is: another one is tried afresh. */
  readonly place: string;
  readonly children: ReactNode;
}

export class PageFault extends Component<PageFaultProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate({ place }: PageFaultProps): void {
    if (this.state.failed && place !== this.props.place) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? <LoadAnew /> : this.props.children;
  }
}

function LoadAnew() {
  const { t } = useTranslation('shared');
  return (
    <div role="alert">
      <EmptyState title={t('fault.title')} hint={t('fault.hint')}>
        <Button type="primary" onClick={() => location.reload()}>
          {t('fault.reload')}
        </Button>
      </EmptyState>
    </div>
  );
}
