-- How the price of a quantity comes about. `price` is in all (FLAT), per unit, per package, or the fixed part beside
-- the tiers (GRADUATED, VOLUME). `tiers`: [{"upTo": 10, "unitPrice": "5.00"}, …, {"upTo": null, …}], ascending.
alter table plan_price
  add column model        text not null default 'PER_UNIT'
             check (model in ('FLAT', 'PER_UNIT', 'GRADUATED', 'VOLUME', 'PACKAGE')),
  add column package_size integer check (package_size between 1 and 1000000),
  add column tiers        jsonb check (jsonb_array_length(tiers) > 0),
  add check ((model = 'PACKAGE') = (package_size is not null)),
  add check ((model in ('GRADUATED', 'VOLUME')) = (tiers is not null));
alter table addon_price
  add column model        text not null default 'PER_UNIT'
             check (model in ('FLAT', 'PER_UNIT', 'GRADUATED', 'VOLUME', 'PACKAGE')),
  add column package_size integer check (package_size between 1 and 1000000),
  add column tiers        jsonb check (jsonb_array_length(tiers) > 0),
  add check ((model = 'PACKAGE') = (package_size is not null)),
  add check ((model in ('GRADUATED', 'VOLUME')) = (tiers is not null));

-- How many units a subscription may have.
alter table plan
  add column least_quantity integer not null default 1 check (least_quantity between 1 and 1000000),
  add column most_quantity  integer check (most_quantity between least_quantity and 1000000);
alter table addon
  add column kind           text not null default 'RECURRING' check (kind in ('RECURRING', 'ONE_TIME')),
  add column least_quantity integer not null default 1 check (least_quantity between 1 and 1000000),
  add column most_quantity  integer check (most_quantity between least_quantity and 1000000);

-- Of a one-time addon: whether it has been billed.
alter table subscription_item add column once_billed boolean not null default false;

-- What a quantity costs, unrounded: for figures only. Bills are computed by the application's rule, which a test
-- compares with this.
create function price_of(model text, price numeric, package_size integer, tiers jsonb, quantity integer)
  returns numeric language sql immutable parallel safe as $$
  select case model
           when 'FLAT' then price
           when 'PER_UNIT' then price * quantity
           when 'PACKAGE' then price * ceil(quantity::numeric / package_size)
           when 'GRADUATED' then price + coalesce((
             select sum(greatest(least(quantity, coalesce(last, quantity)) - before, 0) * unit_price)
               from (select (t->>'upTo')::integer as last, (t->>'unitPrice')::numeric as unit_price,
                            coalesce(lag((t->>'upTo')::integer) over (order by n), 0) as before
                       from jsonb_array_elements(tiers) with ordinality as e (t, n)) as tier), 0)
           when 'VOLUME' then price + quantity * (
             select (t->>'unitPrice')::numeric
               from jsonb_array_elements(tiers) with ordinality as e (t, n)
              where t->>'upTo' is null or quantity <= (t->>'upTo')::integer
              order by n
              limit 1)
         end
$$;
