/** A schedule with the fields of RFC 5545 that we write; times are local wall-clock time. */
export type HsdsSchedule = {
  readonly id: string;
  readonly freq: 'WEEKLY';
  readonly interval: 1;
  readonly byday: string;
  readonly dtstart?: string;
  readonly until?: string;
  readonly count?: number;
  readonly opens_at: string;
  readonly closes_at: string;
  readonly description?: string;
};

/** A place of a service. Coordinates are there only where they are those of the house. */
export type HsdsLocation = {
  readonly id: string;
  readonly location_type: 'physical' | 'virtual';
  readonly name?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly addresses: readonly {
    readonly id: string;
    readonly address_1?: string;
    readonly city?: string;
    readonly postal_code?: string;
    readonly country: 'DE';
    readonly address_type: 'physical';
  }[];
};

/** A service with all that belongs to it, as `GET /services/{id}` of HSDS 3.0 gives it; `capacities` and `additional_urls` are of 3.1. */
export type HsdsService = {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly url?: string;
  readonly additional_urls?: readonly { readonly label: string; readonly url: string }[];
  readonly email?: string;
  readonly status: 'active';
  readonly fees_description?: string;
  readonly minimum_age?: number;
  readonly maximum_age?: number;
  readonly assured_date: string;
  readonly last_modified?: string;
  readonly phones: readonly { readonly id: string; readonly number: string; readonly type: 'voice' }[];
  readonly languages: readonly { readonly id: string; readonly code: string }[];
  readonly organization: { readonly id: string; readonly name: string };
  readonly cost_options: readonly {
    readonly id: string;
    readonly amount: number;
    readonly currency: 'EUR';
    readonly amount_description?: string;
  }[];
  readonly capacities: readonly {
    readonly id: string;
    readonly unit: { readonly id: string; readonly name: string };
    readonly available?: number;
    readonly maximum?: number;
    readonly updated?: string;
  }[];
  readonly schedules: readonly HsdsSchedule[];
  readonly service_at_locations: readonly {
    readonly id: string;
    readonly location: HsdsLocation;
    readonly schedules: readonly HsdsSchedule[];
  }[];
  readonly attributes: readonly {
    readonly id: string;
    readonly value: string;
    readonly taxonomy_term: {
      readonly id: string;
      readonly code: string;
      readonly name: string;
      readonly description: string;
      readonly taxonomy: string;
    };
  }[];
};
