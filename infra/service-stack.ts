import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { SETTING_NAMES } from '../shared/config/names.ts';
import { Alarms } from './alarms.ts';
import { CursorKey } from './answering-function.ts';
import type { BundledStage } from './bundle-stage.ts';
import { FeedImport } from './feed-import.ts';
import { FrontDoor } from './front-door.ts';
import { OfferTable } from './offer-table.ts';
import { Originals } from './originals.ts';
import { Operating } from './operating.ts';
import { PartnerApi } from './partner-api.ts';
import { PartnerWrite } from './partner-write.ts';
import type { StageSettings } from './stage-settings.ts';
import { WebForm } from './web-form.ts';

/** The whole service of one stage: which parts there are, and which part knows which. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: BundledStage & { readonly settings: StageSettings }) {
    const { settings, bundles, feeds } = props;
    super(scope, id, { description: `Vereinbar, ${settings.stage}, region ${settings.region}` });
    Tags.of(this).add('service', 'vereinbar');
    Tags.of(this).add('stage', settings.stage);
    const environment = { [SETTING_NAMES.stage]: settings.stage, [SETTING_NAMES.region]: settings.region };

    const alarms = new Alarms(this, 'Alarms');
    const table = new OfferTable(this, 'Offers', settings.table);
    const originals = new Originals(this, 'Originals', settings.retention);
    const cursorKey = new CursorKey(this, 'CursorKey');
    const door = new FrontDoor(this, 'FrontDoor', { settings, alarms });
    const answering = { region: settings.region, environment, table, cursorKey, alarms, door };
    new PartnerApi(this, 'PartnerApi', {
      ...answering,
      bundle: bundles.api,
      reservedConcurrency: settings.reservedConcurrency.api,
    });
    new WebForm(this, 'WebForm', {
      ...answering,
      bundle: bundles.web,
      reservedConcurrency: settings.reservedConcurrency.web,
    });
    const { importOrders } = new FeedImport(this, 'FeedImport', {
      feeds,
      bundles,
      environment,
      table,
      originals,
      alarms,
    });
    new PartnerWrite(this, 'PartnerWrite', {
      region: settings.region,
      bundles,
      environment,
      table,
      originals,
      importOrders,
      alarms,
      door,
      reservedConcurrency: settings.reservedConcurrency,
    });
    new Operating(this, 'Operating', {
      region: settings.region,
      bundles,
      environment,
      table,
      originals,
      alarms,
    });

    new CfnOutput(this, 'AlarmTopic', { value: alarms.topic.topicArn });
  }
}
