-- Prepared repositories, as one node leaves them for the others: the name is the digest of snapshot and measurement.

CREATE TABLE snapshot_pack (
  digest BYTEA PRIMARY KEY,
  content BYTEA NOT NULL
);

ALTER TABLE snapshot_pack ALTER COLUMN content SET STORAGE EXTERNAL;
