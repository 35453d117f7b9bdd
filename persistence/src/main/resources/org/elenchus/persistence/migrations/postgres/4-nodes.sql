-- The nodes that work on this database, so that they find each other.

CREATE TABLE cluster_node (
  address VARCHAR(300) PRIMARY KEY,
  seen TIMESTAMPTZ NOT NULL
);
