"""Reports on whole schools: the map of classes, and the totals of a district. No statement names a learner."""

from trailstone.reports.schools.heat import ClassHeat, SchoolMap, courses_taught, school_map
from trailstone.reports.schools.totals import BANDS, SchoolTotals, Totals, totals

__all__ = ["BANDS", "ClassHeat", "SchoolMap", "SchoolTotals", "Totals", "courses_taught", "school_map", "totals"]
