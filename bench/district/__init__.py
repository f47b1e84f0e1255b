"""A district of 100,000 learners, made by bulk SQL, and what its summaries cost."""
