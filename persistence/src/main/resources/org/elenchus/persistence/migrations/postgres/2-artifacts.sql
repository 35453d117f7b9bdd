-- What is large, by content: the name is the SHA-256 of the uncompressed JSON, the content is compressed already.

CREATE TABLE artifact (
  digest BYTEA PRIMARY KEY,
  content BYTEA NOT NULL
);

ALTER TABLE artifact ALTER COLUMN content SET STORAGE EXTERNAL;
