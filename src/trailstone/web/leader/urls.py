"""The addresses of those who lead a school or a district."""

from django.urls import URLPattern, path

from trailstone.web.leader.district import views as district
from trailstone.web.leader.school import views as school
from trailstone.web.leader.school_class import views as school_class

urlpatterns: list[URLPattern] = [
    path("school/", school.school, name="school"),
    path("school/classes/<uuid:class_id>/", school_class.school_class, name="school-class"),
    path("district/", district.district, name="district"),
    path("district/<int:school_id>/", school.district_school, name="district-school"),
]
