-- A week has room for so many published plans, so they are counted whenever one is published.
CREATE INDEX plan_copy_week ON plan_copy (week);
