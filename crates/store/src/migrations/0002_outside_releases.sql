-- What stands outside releases: notices, and copies of plans that visitors published.

-- Nothing is ever taken out, so that a number is never given twice: a notice that was withdrawn says when and by whom.
CREATE TABLE notice (
  week {text} NOT NULL REFERENCES week (slug),
  number BIGINT NOT NULL CHECK (number > 0),
  text_zh {text} NOT NULL,
  text_en {text} NOT NULL,
  posted_at BIGINT NOT NULL,
  posted_by {text} NOT NULL,
  ends_at BIGINT,
  withdrawn_at BIGINT,
  withdrawn_by {text},
  PRIMARY KEY (week, number)
);

-- Nothing here says whose it is. `numbers` is a JSON array; the secret that takes it back is only known by its hash.
CREATE TABLE plan_copy (
  key {text} NOT NULL,
  secret_hash {text} NOT NULL,
  week {text} NOT NULL REFERENCES week (slug),
  numbers {text} NOT NULL,
  lang {text} NOT NULL,
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (key)
);

-- For the sweep.
CREATE INDEX plan_copy_expiry ON plan_copy (expires_at);
