"""What is kept: tables and the queries on them, a file per aggregate."""
